package cloud.jarrah.api.ec2;

import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Asks for the account's placement groups. */
@XmlRootElement(name = "DescribePlacementGroups")
@XmlType(name = "DescribePlacementGroupsType")
public class DescribePlacementGroupsRequest {
  @QueryName(value = "GroupName", leaf = "groupName")
  @XmlElementWrapper(name = "placementGroupSet")
  @XmlElement(name = "item")
  public List<PlacementGroupName> placementGroupSet = new ArrayList<>();

  @QueryName("Filter")
  @XmlElementWrapper(name = "filterSet")
  @XmlElement(name = "item")
  public List<Filter> filterSet = new ArrayList<>();

  @QueryName(value = "GroupId", leaf = "groupId")
  @Since("2016-11-15")
  @XmlElementWrapper(name = "groupIdSet")
  @XmlElement(name = "item")
  public List<PlacementGroupId> groupIdSet = new ArrayList<>();
}
