package cloud.jarrah.node;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata service tells an instance about itself beyond its {@link InstanceSpec}.
 *
 * @param accountId the owner's 12 digits
 * @param imageId as the user named it
 * @param keyName name of the key pair, if one was given
 * @param publicKey one line in OpenSSH format
 * @param zone availability zone, for example {@code jarrah-1a}
 */
public record InstanceMetadata(
    String accountId,
    String reservationId,
    int launchIndex,
    String imageId,
    @Nullable String kernelId,
    @Nullable String ramdiskId,
    String instanceType,
    String architecture,
    String region,
    String zone,
    String hostName,
    String launchTime,
    List<String> securityGroups,
    @Nullable String keyName,
    @Nullable String publicKey) {
  public InstanceMetadata {
    securityGroups = List.copyOf(securityGroups);
  }
}
