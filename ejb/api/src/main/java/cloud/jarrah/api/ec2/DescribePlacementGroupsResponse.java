package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The account's placement groups. */
@XmlRootElement(name = "DescribePlacementGroupsResponse")
@XmlType(name = "DescribePlacementGroupsResponseType")
public class DescribePlacementGroupsResponse extends Ec2Response {
  @XmlElementWrapper(name = "placementGroupSet")
  @XmlElement(name = "item")
  public List<PlacementGroupItem> placementGroupSet = new ArrayList<>();
}
