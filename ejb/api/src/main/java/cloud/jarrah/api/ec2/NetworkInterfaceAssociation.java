package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The public address of an interface. */
@XmlType(name = "InstanceNetworkInterfaceAssociationType")
public class NetworkInterfaceAssociation {
  @XmlElement(required = true)
  public String publicIp;

  public @Nullable String publicDnsName;

  public @Nullable String ipOwnerId;
}
