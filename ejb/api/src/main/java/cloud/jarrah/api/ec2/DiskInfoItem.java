package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;

/** Disks of an instance type. */
@XmlType(name = "DiskInfoType")
public class DiskInfoItem {
  public long sizeInGB;

  public int count;
}
