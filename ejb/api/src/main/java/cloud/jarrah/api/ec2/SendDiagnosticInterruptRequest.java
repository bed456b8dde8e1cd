package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Interrupts a guest so that it panics. */
@Since("2016-11-15")
@XmlRootElement(name = "SendDiagnosticInterrupt")
@XmlType(name = "SendDiagnosticInterruptType")
public class SendDiagnosticInterruptRequest {
  public @Nullable String instanceId;
}
