package cloud.jarrah.instances.control;

import cloud.jarrah.hosts.control.Grouping;
import cloud.jarrah.instances.control.InstanceTypes.InstanceType;
import cloud.jarrah.instances.entity.LaunchSpecification;
import cloud.jarrah.instances.entity.Options;
import cloud.jarrah.instances.entity.ShutdownBehavior;
import cloud.jarrah.tags.control.TagSpecifications;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to launch instances.
 *
 * @param minCount fewer than this is a failure
 * @param maxCount as many as fit up to this
 * @param grouping null if the instances are in no placement group
 * @param userData base64
 * @param tags for what is made
 * @param digest fingerprint of the request as it came
 */
public record LaunchRequest(
    int minCount,
    int maxCount,
    InstanceType type,
    String zone,
    @Nullable Grouping grouping,
    LaunchSpecification.Image image,
    LaunchSpecification.@Nullable Key key,
    String groupName,
    @Nullable String userData,
    Options options,
    ShutdownBehavior shutdownBehavior,
    TagSpecifications tags,
    @Nullable String clientToken,
    String digest) {

  LaunchSpecification specification() {
    return new LaunchSpecification(image, key, userData, options);
  }
}
