package cloud.jarrah.api.sts;

import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Asks for a key that works for a while. There are no devices for a second factor. */
@XmlRootElement(name = "GetSessionToken")
@XmlType(
    name = "GetSessionTokenRequest",
    propOrder = {"durationSeconds", "serialNumber", "tokenCode"})
public class GetSessionTokenRequest {
  /** 900 to 129600; 43200 if absent. */
  public @Nullable Integer durationSeconds;

  @Unsupported public @Nullable String serialNumber;
  @Unsupported public @Nullable String tokenCode;
}
