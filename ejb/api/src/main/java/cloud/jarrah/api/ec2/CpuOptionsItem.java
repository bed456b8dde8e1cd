package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;

/** The virtual processors of an instance. */
@XmlType(name = "CpuOptionsType")
public class CpuOptionsItem {
  public int coreCount;

  public int threadsPerCore;
}
