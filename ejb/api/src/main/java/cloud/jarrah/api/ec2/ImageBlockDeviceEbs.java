package cloud.jarrah.api.ec2;

import cloud.jarrah.api.Since;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** The volume behind an image's disk. */
@XmlType(name = "EbsBlockDeviceType")
public class ImageBlockDeviceEbs {
  public @Nullable String snapshotId;

  /** GiB. */
  public @Nullable Integer volumeSize;

  public @Nullable Boolean deleteOnTermination;

  @Since("2013-10-15")
  public @Nullable String volumeType;

  @Since("2013-10-15")
  public @Nullable Integer iops;
}
