package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network interface of an instance. */
@XmlType(name = "InstanceNetworkInterfaceSetItemType")
public class NetworkInterfaceItem {
  @XmlElement(required = true)
  public String networkInterfaceId;

  public @Nullable String subnetId;

  public @Nullable String vpcId;

  public @Nullable String description;

  @XmlElement(required = true)
  public String ownerId;

  @XmlElement(required = true)
  public String status;

  public @Nullable String macAddress;

  public @Nullable String privateIpAddress;

  public @Nullable String privateDnsName;

  public @Nullable Boolean sourceDestCheck;

  @XmlElementWrapper(name = "groupSet")
  @XmlElement(name = "item")
  public List<GroupItem> groupSet = new ArrayList<>();

  @XmlElement(required = true)
  public NetworkInterfaceAttachment attachment;

  public @Nullable NetworkInterfaceAssociation association;

  @XmlElementWrapper(name = "privateIpAddressesSet")
  @XmlElement(name = "item")
  public List<PrivateIpAddressItem> privateIpAddressesSet = new ArrayList<>();

  @Since("2016-11-15")
  public @Nullable String interfaceType;
}
