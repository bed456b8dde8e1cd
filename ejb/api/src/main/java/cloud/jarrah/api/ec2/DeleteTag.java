package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Tags to take away: one without value means whatever the value. */
@XmlType(name = "DeleteTagsSetItemType")
public class DeleteTag {
  public @Nullable String key;

  public @Nullable String value;
}
