package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Asks for the form of the ids that resources of a user get. */
@Since("2016-11-15")
@XmlRootElement(name = "DescribeIdentityIdFormat")
@XmlType(name = "DescribeIdentityIdFormatType")
public class DescribeIdentityIdFormatRequest {
  /** A kind of resource, as in {@code instance}. */
  public @Nullable String resource;

  @XmlElement(required = true)
  public @Nullable String principalArn;
}
