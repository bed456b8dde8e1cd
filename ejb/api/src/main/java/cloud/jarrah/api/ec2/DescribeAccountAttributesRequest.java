package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks what the account may do. */
@XmlRootElement(name = "DescribeAccountAttributes")
@XmlType(name = "DescribeAccountAttributesType")
public class DescribeAccountAttributesRequest {
  @QueryName(value = "AttributeName", leaf = "attributeName")
  @XmlElementWrapper(name = "accountAttributeNameSet")
  @XmlElement(name = "item")
  public List<AccountAttributeName> accountAttributeNameSet = new ArrayList<>();

  @QueryName("Filter")
  @Unsupported
  public @Nullable Anything filterSet;
}
