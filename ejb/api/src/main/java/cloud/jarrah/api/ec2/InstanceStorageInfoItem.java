package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** What disks an instance type brings. */
@XmlType(name = "InstanceStorageInfoType")
public class InstanceStorageInfoItem {
  public long totalSizeInGB;

  @XmlElementWrapper(name = "disks")
  @XmlElement(name = "item")
  public List<DiskInfoItem> disks = new ArrayList<>();

  @XmlElement(required = true)
  public String nvmeSupport;

  @XmlElement(required = true)
  public String encryptionSupport;
}
