package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A placement group. */
@XmlType(name = "PlacementGroupInfoType")
public class PlacementGroupItem {
  @XmlElement(required = true)
  public String groupName;

  @XmlElement(required = true)
  public String strategy;

  @XmlElement(required = true)
  public String state;

  /** Of the strategy {@code partition} only. */
  @Since("2016-11-15")
  public @Nullable Integer partitionCount;

  @Since("2016-11-15")
  public @Nullable String groupId;

  @Since("2016-11-15")
  @XmlElementWrapper(name = "tagSet")
  @XmlElement(name = "item")
  public @Nullable List<ResourceTag> tagSet;

  @Since("2016-11-15")
  public @Nullable String groupArn;

  /** Of the strategy {@code spread} only. */
  @Since("2016-11-15")
  public @Nullable String spreadLevel;
}
