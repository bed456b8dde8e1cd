package cloud.jarrah.instances.testing;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.CreatePlacementGroupRequest;
import cloud.jarrah.api.ec2.CreatePlacementGroupResponse;
import cloud.jarrah.api.ec2.DeletePlacementGroupRequest;
import cloud.jarrah.api.ec2.DescribeInstanceStatusRequest;
import cloud.jarrah.api.ec2.DescribeInstanceStatusResponse;
import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.Filter;
import cloud.jarrah.api.ec2.GetConsoleScreenshotRequest;
import cloud.jarrah.api.ec2.GetConsoleScreenshotResponse;
import cloud.jarrah.api.ec2.InstanceId;
import cloud.jarrah.api.ec2.InstanceItem;
import cloud.jarrah.api.ec2.InstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.ModifyInstanceAttributeRequest;
import cloud.jarrah.api.ec2.ModifyInstanceMaintenanceOptionsRequest;
import cloud.jarrah.api.ec2.ModifyInstanceMaintenanceOptionsResponse;
import cloud.jarrah.api.ec2.PlacementRequest;
import cloud.jarrah.api.ec2.RebootInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.api.ec2.SendDiagnosticInterruptRequest;
import cloud.jarrah.api.ec2.StartInstancesRequest;
import cloud.jarrah.api.ec2.StopInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.instances.entity.Desired;
import cloud.jarrah.instances.entity.InstanceState;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Identity;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.Service;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A user of the cloud: the verbs of the tests. */
public final class Owner {
  public static final String ACCOUNT = "123456789012";

  private static final Caller CALLER =
      new Caller(
          new Identity(ACCOUNT, "AIDAEXAMPLE", "root", false),
          "AKIAEXAMPLE",
          "request-1",
          "127.0.0.1",
          Caller.Protocol.QUERY);

  private final World world;

  public Owner(World world) {
    this.world = world;
  }

  /** Launches so many and returns their ids. */
  public List<String> runs(int count) {
    return run(request(count, count)).instancesSet.stream().map(i -> i.instanceId).toList();
  }

  public RunInstancesResponse run(RunInstancesRequest request) {
    return (RunInstancesResponse) call("RunInstances", request);
  }

  public static RunInstancesRequest request(int min, int max) {
    RunInstancesRequest request = new RunInstancesRequest();
    request.imageId = NamedFixtures.IMAGE;
    request.minCount = min;
    request.maxCount = max;
    request.instanceType = "m1.small";
    return request;
  }

  /** What DescribeInstances shows, by launch. */
  public List<InstanceItem> sees(Filter... filters) {
    DescribeInstancesRequest request = new DescribeInstancesRequest();
    request.filterSet.addAll(List.of(filters));
    return ((DescribeInstancesResponse) call("DescribeInstances", request))
        .reservationSet.stream().flatMap(found -> found.instancesSet.stream()).toList();
  }

  public void stops(String id) {
    StopInstancesRequest request = new StopInstancesRequest();
    request.instancesSet.add(named(id));
    call("StopInstances", request);
  }

  public void starts(String id) {
    StartInstancesRequest request = new StartInstancesRequest();
    request.instancesSet.add(named(id));
    call("StartInstances", request);
  }

  public void reboots(String id) {
    RebootInstancesRequest request = new RebootInstancesRequest();
    request.instancesSet.add(named(id));
    call("RebootInstances", request);
  }

  public void terminates(String id) {
    TerminateInstancesRequest request = new TerminateInstancesRequest();
    request.instancesSet.add(named(id));
    call("TerminateInstances", request);
  }

  public DescribeInstanceStatusResponse status(DescribeInstanceStatusRequest request) {
    return (DescribeInstanceStatusResponse) call("DescribeInstanceStatus", request);
  }

  /** Makes a placement group; its id. */
  public String makesGroup(String name, String strategy, @Nullable Integer partitions) {
    CreatePlacementGroupRequest request = new CreatePlacementGroupRequest();
    request.groupName = name;
    request.strategy = strategy;
    request.partitionCount = partitions;
    var made =
        ((CreatePlacementGroupResponse) call("CreatePlacementGroup", request)).placementGroup;
    return Objects.requireNonNull(Objects.requireNonNull(made).groupId);
  }

  public void deletesGroup(String name) {
    DeletePlacementGroupRequest request = new DeletePlacementGroupRequest();
    request.groupName = name;
    call("DeletePlacementGroup", request);
  }

  /** A request for instances in a group. */
  public static RunInstancesRequest inGroup(
      int min, int max, String group, @Nullable Integer partition) {
    RunInstancesRequest request = request(min, max);
    PlacementRequest placement = new PlacementRequest();
    placement.groupName = group;
    placement.partitionNumber = partition;
    request.placement = placement;
    return request;
  }

  /** Gives an instance that is off another type. */
  public void resizes(String id, String type) {
    ModifyInstanceAttributeRequest request = new ModifyInstanceAttributeRequest();
    request.instanceId = id;
    request.attribute = "instanceType";
    request.value = type;
    call("ModifyInstanceAttribute", request);
  }

  /** A request for one instance that says what shall become of it when its host fails. */
  public static RunInstancesRequest recovering(String choice) {
    RunInstancesRequest request = request(1, 1);
    request.maintenanceOptions = new InstanceMaintenanceOptionsRequest();
    request.maintenanceOptions.autoRecovery = choice;
    return request;
  }

  /** Chooses what shall become of an instance when its host fails; what the answer says of it. */
  public String choosesRecovery(String id, @Nullable String choice) {
    ModifyInstanceMaintenanceOptionsRequest request = new ModifyInstanceMaintenanceOptionsRequest();
    request.instanceId = id;
    request.autoRecovery = choice;
    ModifyInstanceMaintenanceOptionsResponse response =
        (ModifyInstanceMaintenanceOptionsResponse)
            call("ModifyInstanceMaintenanceOptions", request);
    return response.instanceId + " " + response.autoRecovery;
  }

  public void interrupts(String id) {
    SendDiagnosticInterruptRequest request = new SendDiagnosticInterruptRequest();
    request.instanceId = id;
    call("SendDiagnosticInterrupt", request);
  }

  /** What the instance shows: JPEG in base64. */
  public String looksAt(String id) {
    GetConsoleScreenshotRequest request = new GetConsoleScreenshotRequest();
    request.instanceId = id;
    return ((GetConsoleScreenshotResponse) call("GetConsoleScreenshot", request)).imageData;
  }

  /** Uses any action. */
  public Object call(String action, Object request) {
    return world
        .cloud()
        .dispatcher()
        .dispatch(new Invocation(CALLER, Service.EC2, action, request));
  }

  public static InstanceId named(String id) {
    InstanceId item = new InstanceId();
    item.instanceId = id;
    return item;
  }

  public InstanceState state(String id) {
    return world.instance(id).state();
  }

  /** Waits until the instance is in a state. */
  public void awaits(String id, InstanceState state) {
    world.until(id + " is " + state, () -> state(id) == state);
  }

  /** Waits until the instance is in a state, or on its way to its end. */
  public void awaitsEither(String id, InstanceState state) {
    world.until(
        id + " is " + state + " or ends",
        () -> state(id) == state || world.instance(id).wish().desired() == Desired.TERMINATED);
  }

  /** Waits until the instance is in no transition and everything that belongs to it was done. */
  public void awaitsRest(String id) {
    world.until(
        id + " is at rest", () -> !state(id).transitional() && world.instance(id).settled());
  }

  /** Asks for something; that it may be refused in the present state is fine. */
  public void triesSomething(String id, Random random) {
    try {
      switch (random.nextInt(7)) {
        case 0, 1 -> stops(id);
        case 2, 3 -> starts(id);
        case 4, 5 -> reboots(id);
        default -> terminates(id);
      }
    } catch (ApiException refused) {
      assertThat(refused.code()).isEqualTo(ErrorCode.INCORRECT_INSTANCE_STATE);
    }
  }

  /** Waits until the instance is in a state and everything that belongs to it was done. */
  public void awaitsSettled(String id, InstanceState state) {
    awaits(id, state);
    world.until(id + " is settled", () -> world.instance(id).settled());
  }

  /** Instances in the order of launch, as the API shows them. */
  public static List<String> ids(List<InstanceItem> items) {
    return items.stream().map(item -> item.instanceId).toList();
  }
}
