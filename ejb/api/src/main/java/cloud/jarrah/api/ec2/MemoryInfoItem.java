package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;

/** How much memory an instance type has. */
@XmlType(name = "MemoryInfoType")
public class MemoryInfoItem {
  public long sizeInMiB;
}
