package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A tag and what has it. */
@XmlType(name = "TagSetItemType")
public class TagItem {
  public @Nullable String resourceId;

  public @Nullable String resourceType;

  public @Nullable String key;

  public @Nullable String value;
}
