package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Anything;
import cloud.jarrah.api.QueryName;
import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a placement group. */
@XmlRootElement(name = "CreatePlacementGroup")
@XmlType(name = "CreatePlacementGroupType")
public class CreatePlacementGroupRequest {
  /** Up to 255 ASCII characters, unique in the account. */
  @XmlElement(required = true)
  public @Nullable String groupName;

  /** {@code cluster} (the default), {@code spread} or {@code partition}. */
  @XmlElement(required = true)
  public @Nullable String strategy;

  /** 1 to 7, for the strategy {@code partition} only; 2 unless given. */
  @Since("2016-11-15")
  public @Nullable Integer partitionCount;

  /** For the resource type {@code placement-group}. */
  @Since("2016-11-15")
  @QueryName("TagSpecification")
  @XmlElementWrapper(name = "tagSpecificationSet")
  @XmlElement(name = "item")
  public List<TagSpecification> tagSpecificationSet = new ArrayList<>();

  /** For the strategy {@code spread} only. */
  @Since("2016-11-15")
  @Unsupported(except = "host")
  public @Nullable String spreadLevel;

  @Unsupported @XmlTransient public @Nullable String linkedGroupId;

  @Unsupported @XmlTransient public @Nullable Anything operator;
}
