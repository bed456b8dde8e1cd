package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for the account's key pairs. */
@XmlRootElement(name = "DescribeKeyPairs")
@XmlType(name = "DescribeKeyPairsType")
public class DescribeKeyPairsRequest {
  @QueryName(value = "KeyName", leaf = "keyName")
  @XmlElementWrapper(name = "keySet")
  @XmlElement(name = "item")
  public List<KeyName> keySet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  @QueryName(value = "KeyPairId", leaf = "keyPairId")
  @Since("2016-11-15")
  @XmlElementWrapper(name = "keyPairIdSet")
  @XmlElement(name = "item")
  public List<KeyPairId> keyPairIdSet = new ArrayList<>();

  @Since("2016-11-15")
  public @Nullable Boolean includePublicKey;
}
