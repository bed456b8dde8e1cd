package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A security group by id, by name or both. */
@XmlType(name = "GroupItemType")
public class GroupItem {
  public @Nullable String groupId;

  @Since("2013-10-15")
  public @Nullable String groupName;
}
