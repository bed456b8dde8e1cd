package cloud.jarrah.api.sts;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Names the request that an answer belongs to. */
@XmlType(name = "ResponseMetadata")
public class ResponseMetadata {
  @XmlElement(name = "RequestId")
  public @Nullable String requestId;
}
