package cloud.jarrah.instances.control;

import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.InstanceStatusDetail;
import cloud.jarrah.api.ec2.InstanceStatusItem;
import cloud.jarrah.api.ec2.InstanceStatusSummary;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.instances.entity.Instance;
import cloud.jarrah.platform.filters.FilterTable;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The health of instances, as the public API shows it; and the filters of DescribeInstanceStatus.
 */
@Singleton
public class InstanceStatuses {
  private static final FilterTable<Row> TABLE =
      new FilterTable<Row>()
          .on("availability-zone", row -> row.instance().zone())
          .on("instance-state-code", row -> row.instance().state().code())
          .on("instance-state-name", row -> row.instance().state().wireName())
          .on("instance-status.status", row -> row.health().instance().status().wireName())
          .on(
              "instance-status.reachability",
              row -> row.health().instance().status().reachability())
          .on("system-status.status", row -> row.health().system().status().wireName())
          .on("system-status.reachability", row -> row.health().system().status().reachability())
          // Nothing is ever scheduled.
          .absent(
              "event.code",
              "event.description",
              "event.instance-event-id",
              "event.not-after",
              "event.not-before",
              "event.not-before-deadline");

  private final HostStatus hosts;

  @Inject
  public InstanceStatuses(HostStatus hosts) {
    this.hosts = hosts;
  }

  /** An instance and how it is. */
  public record Row(Instance instance, InstanceHealth health) {}

  /** Those that pass all filters, with their health. */
  public List<Row> of(List<Instance> instances, List<Filter> filters) {
    Instant now = hosts.now();
    Map<String, HostStatus.Contact> contacts =
        hosts.contacts(instances.stream().map(Instance::hostId).collect(Collectors.toSet()), now);
    return instances.stream()
        .map(
            instance ->
                new Row(
                    instance,
                    InstanceHealth.of(
                        InstanceHealth.Given.of(
                            instance,
                            Objects.requireNonNull(contacts.get(instance.hostId())),
                            now))))
        .filter(TABLE.compile(filters))
        .toList();
  }

  public static InstanceStatusItem item(Row row) {
    InstanceStatusItem item = new InstanceStatusItem();
    item.instanceId = row.instance().id();
    item.availabilityZone = row.instance().zone();
    item.instanceState = InstanceMapper.state(row.instance().state());
    item.systemStatus = summary(row.health().system());
    item.instanceStatus = summary(row.health().instance());
    return item;
  }

  private static InstanceStatusSummary summary(InstanceHealth.Check check) {
    InstanceStatusSummary summary = new InstanceStatusSummary();
    summary.status = check.status().wireName();
    String reachability = check.status().reachability();
    if (reachability != null) {
      InstanceStatusDetail detail = new InstanceStatusDetail();
      detail.name = "reachability";
      detail.status = reachability;
      detail.impairedSince = check.impairedSince();
      summary.details = List.of(detail);
    }
    return summary;
  }
}
