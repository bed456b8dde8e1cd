package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** What networks an instance type takes. */
@XmlType(name = "NetworkInfoType")
public class NetworkInfoItem {
  public int maximumNetworkInterfaces;

  public int ipv4AddressesPerInterface;

  public int ipv6AddressesPerInterface;

  public boolean ipv6Supported;

  @XmlElement(required = true)
  public String enaSupport;

  public boolean efaSupported;
}
