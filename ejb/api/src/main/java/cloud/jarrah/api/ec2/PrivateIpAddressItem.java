package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A private address of an interface. */
@XmlType(name = "InstancePrivateIpAddressesSetItemType")
public class PrivateIpAddressItem {
  public @Nullable String privateIpAddress;

  public @Nullable String privateDnsName;

  public @Nullable Boolean primary;

  public @Nullable NetworkInterfaceAssociation association;
}
