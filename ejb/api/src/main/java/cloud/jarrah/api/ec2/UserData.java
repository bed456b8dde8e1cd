package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** What a new instance is told: base64 of at most 16 KiB. */
@XmlType(name = "UserDataType")
public class UserData {
  public @Nullable String data;
}
