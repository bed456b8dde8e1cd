package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Chooses the form of a user's ids. */
@Since("2016-11-15")
@XmlRootElement(name = "ModifyIdentityIdFormat")
@XmlType(name = "ModifyIdentityIdFormatType")
public class ModifyIdentityIdFormatRequest {
  /** A kind of resource, as in {@code instance}. */
  public @Nullable String resource;

  @XmlElement(required = true)
  public @Nullable Boolean useLongIds;

  @XmlElement(required = true)
  public @Nullable String principalArn;
}
