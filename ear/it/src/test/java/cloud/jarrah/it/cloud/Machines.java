package cloud.jarrah.it.cloud;

import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.QueryClient;
import cloud.jarrah.it.wire.Xml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The instances of one account: launching, looking, waiting. */
public final class Machines {
  /** Longer than any launch of a few guests takes on two busy cores without KVM. */
  public static final Duration LIMIT = Duration.ofMinutes(2);

  private final QueryClient query;
  private final String imageId;

  Machines(QueryClient query, String imageId) {
    this.query = query;
    this.imageId = imageId;
  }

  /** Launches one small instance; more parameters are name, value, name, value. */
  public String launch(String... parameters) {
    return launch(1, parameters).get(0);
  }

  public List<String> launch(int count, String... parameters) {
    return launched(count, parameters).items("instancesSet").stream()
        .map(item -> item.text("instanceId"))
        .toList();
  }

  /** The whole answer to a launch. */
  public Xml launched(int count, String... parameters) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "ImageId",
                imageId,
                "InstanceType",
                "m1.small",
                "MinCount",
                "" + count,
                "MaxCount",
                "" + count));
    all.addAll(List.of(parameters));
    return query.ec2("RunInstances", all.toArray(String[]::new)).orThrow().xml();
  }

  /** Launches one and waits until it runs. */
  public Machine running(String... parameters) {
    return await(launch(parameters), "running");
  }

  /** Every instance the account sees, terminated ones too. */
  public List<Machine> all() {
    Xml answer = query.ec2("DescribeInstances").orThrow().xml();
    return answer.items("reservationSet").stream()
        .flatMap(reservation -> reservation.items("instancesSet").stream())
        .map(Machine::of)
        .toList();
  }

  public Machine see(String id) {
    Xml answer = query.ec2("DescribeInstances", "InstanceId.1", id).orThrow().xml();
    return Machine.of(answer.items("reservationSet").get(0).items("instancesSet").get(0));
  }

  public Machine await(String id, String state) {
    return await(id, state, LIMIT);
  }

  public Machine await(String id, String state, Duration limit) {
    return await(id, id + " is " + state, limit, machine -> machine.is(state));
  }

  public Machine await(String id, String what, Duration limit, Predicate<Machine> wanted) {
    return Waiting.until(what, limit, () -> see(id), wanted);
  }

  /** Starts, stops, terminates: any action on one instance. */
  public void tell(String action, String id) {
    query.ec2(action, "InstanceId.1", id).orThrow();
  }

  /** Ends every instance of the account. */
  void end() {
    List<Machine> left = all().stream().filter(m -> !m.is("terminated")).toList();
    left.forEach(machine -> tell("TerminateInstances", machine.id()));
    left.forEach(machine -> await(machine.id(), "terminated"));
  }
}
