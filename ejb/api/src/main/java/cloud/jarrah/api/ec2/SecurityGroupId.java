package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A security group asked for by id. */
@XmlType(name = "SecurityGroupIdSetItemType")
public class SecurityGroupId {
  @XmlElement(required = true)
  public @Nullable String groupId;
}
