package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Confirms it. */
@XmlRootElement(name = "CreatePlacementGroupResponse")
@XmlType(name = "CreatePlacementGroupResponseType")
public class CreatePlacementGroupResponse extends Ec2Response {
  @XmlElement(name = "return")
  public boolean success;

  @Since("2016-11-15")
  public @Nullable PlacementGroupItem placementGroup;
}
