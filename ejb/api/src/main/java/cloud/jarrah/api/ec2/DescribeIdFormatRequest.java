package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Asks for the form of the ids that the caller's resources get. */
@Since("2016-11-15")
@XmlRootElement(name = "DescribeIdFormat")
@XmlType(name = "DescribeIdFormatType")
public class DescribeIdFormatRequest {
  /** A kind of resource, as in {@code instance}. */
  public @Nullable String resource;
}
