package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import cloud.jarrah.api.Unsupported;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlTransient;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** Chooses what shall become of an instance when its host fails. */
@Since("2016-11-15")
@XmlRootElement(name = "ModifyInstanceMaintenanceOptions")
@XmlType(name = "ModifyInstanceMaintenanceOptionsType")
public class ModifyInstanceMaintenanceOptionsRequest {
  @XmlElement(required = true)
  public @Nullable String instanceId;

  /** {@code default} or {@code disabled}. */
  public @Nullable String autoRecovery;

  @Unsupported(except = "default")
  @XmlTransient
  public @Nullable String rebootMigration;
}
