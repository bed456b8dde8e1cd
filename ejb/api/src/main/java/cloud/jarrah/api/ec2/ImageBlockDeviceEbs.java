package cloud.jarrah.api.ec2;

import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The volume behind an image's disk. */
@XmlType(name = "EbsBlockDeviceType")
public final class ImageBlockDeviceEbs {
  public @Nullable String snapshotId;

  /** GiB. */
  public @Nullable Integer volumeSize;

  public @Nullable Boolean deleteOnTermination;

  public @Nullable String volumeType;

  public @Nullable Integer iops;
}
