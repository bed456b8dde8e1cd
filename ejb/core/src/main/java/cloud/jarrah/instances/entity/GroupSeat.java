package cloud.jarrah.instances.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The placement group that an instance is in; it may be gone when the instance is terminated.
 *
 * @param partition null if the group has none
 */
@Embeddable
public record GroupSeat(
    @Column(name = "placement_group_id") String groupId,
    @Column(name = "placement_group_name") String groupName,
    @Column(name = "placement_partition") @Nullable Integer partition) {}
