package cloud.jarrah.web.testing;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeAvailabilityZonesRequest;
import cloud.jarrah.api.ec2.DescribeAvailabilityZonesResponse;
import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.DescribeRegionsResponse;
import cloud.jarrah.api.ec2.RegionItem;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesResponse;
import cloud.jarrah.api.ec2.ZoneItem;
import cloud.jarrah.api.sts.GetCallerIdentityRequest;
import cloud.jarrah.api.sts.GetCallerIdentityResponse;
import cloud.jarrah.platform.actions.Action;
import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.platform.actions.ActionJournal;
import cloud.jarrah.platform.actions.ApiAction;
import cloud.jarrah.platform.actions.Authorisation;
import cloud.jarrah.platform.actions.Caller;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Effect;
import cloud.jarrah.platform.actions.Invocation;
import cloud.jarrah.platform.actions.Prepared;
import cloud.jarrah.platform.actions.Service;
import cloud.jarrah.platform.transactions.Transactions;
import java.util.List;
import java.util.function.Supplier;

/** A handful of actions that answer without a cloud behind them. */
public final class StubActions {
  private StubActions() {}

  public static ActionCatalogue catalogue() {
    return new ActionCatalogue(
        List.of(
            new DescribeRegions(),
            new DescribeAvailabilityZones(),
            new RunInstances(),
            new TerminateInstances(),
            new GetCallerIdentity()));
  }

  /** The real dispatcher over actions that need no database. */
  public static Dispatcher dispatcher(ActionCatalogue catalogue) {
    return new Dispatcher(
        catalogue,
        new Authorisation(),
        (caller, charges, moment) -> {},
        new NoJournal(),
        new NoTransactions());
  }

  /** Answers one region. */
  @ApiAction(effect = Effect.READ)
  static final class DescribeRegions
      implements Action<DescribeRegionsRequest, DescribeRegionsResponse> {
    @Override
    public Prepared<DescribeRegionsResponse> prepare(DescribeRegionsRequest rq, Caller caller) {
      return Prepared.of(
          () -> {
            DescribeRegionsResponse response = new DescribeRegionsResponse();
            RegionItem region = new RegionItem();
            region.regionName =
                rq.regionSet.isEmpty() ? "here" : "<" + rq.regionSet.get(0).regionName;
            region.regionEndpoint = "http://ec2.amazonaws.com/doc/2016-11-15/";
            response.regionInfo.add(region);
            return response;
          });
    }
  }

  /** Answers one zone with fields old and new. */
  @ApiAction(effect = Effect.READ)
  static final class DescribeAvailabilityZones
      implements Action<DescribeAvailabilityZonesRequest, DescribeAvailabilityZonesResponse> {
    @Override
    public Prepared<DescribeAvailabilityZonesResponse> prepare(
        DescribeAvailabilityZonesRequest request, Caller caller) {
      return Prepared.of(
          () -> {
            DescribeAvailabilityZonesResponse response = new DescribeAvailabilityZonesResponse();
            ZoneItem zone = new ZoneItem();
            zone.zoneName = "here-1a";
            zone.zoneId = "h1";
            response.availabilityZoneInfo.add(zone);
            return response;
          });
    }
  }

  /** Breaks in a way that no client may see the inside of. */
  @ApiAction(effect = Effect.WRITE)
  static final class RunInstances implements Action<RunInstancesRequest, RunInstancesResponse> {
    @Override
    public Prepared<RunInstancesResponse> prepare(RunInstancesRequest request, Caller caller) {
      if (request.imageId == null) {
        throw new ApiException(
            ErrorCode.MISSING_PARAMETER, "The request must contain the parameter ImageId");
      }
      return Prepared.of(
          () -> {
            throw new IllegalStateException("secret of the house");
          });
    }
  }

  /** Knows no instance. */
  @ApiAction(effect = Effect.WRITE)
  static final class TerminateInstances
      implements Action<TerminateInstancesRequest, TerminateInstancesResponse> {
    @Override
    public Prepared<TerminateInstancesResponse> prepare(
        TerminateInstancesRequest request, Caller caller) {
      throw new ApiException(
          ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND,
          "The instance ID '" + request.instancesSet.get(0).instanceId + "' does not exist");
    }
  }

  /** Says who asks. */
  @ApiAction(service = Service.STS, effect = Effect.READ)
  static final class GetCallerIdentity
      implements Action<GetCallerIdentityRequest, GetCallerIdentityResponse> {
    @Override
    public Prepared<GetCallerIdentityResponse> prepare(
        GetCallerIdentityRequest request, Caller caller) {
      return Prepared.of(
          () -> {
            GetCallerIdentityResponse response = new GetCallerIdentityResponse();
            response.result.arn = caller.identity().arn();
            response.result.userId = caller.identity().userId();
            response.result.account = caller.accountId();
            return response;
          });
    }
  }

  private static final class NoJournal implements ActionJournal {
    @Override
    public void applied(
        ActionCatalogue.Entry entry, Invocation invocation, List<String> resources) {}

    @Override
    public void refused(ActionCatalogue.Entry entry, Invocation invocation, ApiException refusal) {}
  }

  private static final class NoTransactions implements Transactions {
    @Override
    public <T> T required(Supplier<T> work) {
      return work.get();
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void afterCommit(Runnable action) {
      action.run();
    }
  }
}
