package cloud.jarrah.ws.endpoint;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeInstancesRequest;
import cloud.jarrah.api.ec2.DescribeInstancesResponse;
import cloud.jarrah.api.ec2.DescribeKeyPairsRequest;
import cloud.jarrah.api.ec2.DescribeKeyPairsResponse;
import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.DescribeRegionsResponse;
import cloud.jarrah.api.ec2.KeyPairItem;
import cloud.jarrah.api.ec2.RegionItem;
import cloud.jarrah.api.ec2.RunInstancesRequest;
import cloud.jarrah.api.ec2.RunInstancesResponse;
import cloud.jarrah.api.ec2.TerminateInstancesRequest;
import cloud.jarrah.api.ec2.TerminateInstancesResponse;
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
import cloud.jarrah.platform.transactions.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The real dispatcher over a few handlers that remember what they were asked. */
final class TestCloud {
  static final ActionJournal NO_JOURNAL = new NoJournal();
  static final Transactions NO_TRANSACTIONS = new NoTransactions();

  final List<Object> requests = new ArrayList<>();
  final List<Caller> callers = new ArrayList<>();

  Dispatcher dispatcher() {
    return new Dispatcher(
        new ActionCatalogue(
            List.of(
                new DescribeRegions(),
                new DescribeKeyPairs(),
                new DescribeInstances(),
                new RunInstances(),
                new TerminateInstances())),
        new Authorisation(),
        (caller, charges, moment) -> {},
        NO_JOURNAL,
        NO_TRANSACTIONS);
  }

  private <R> Prepared<R> remember(Object request, Caller caller, Supplier<R> answer) {
    requests.add(request);
    callers.add(caller);
    return Prepared.of(answer);
  }

  @ApiAction(effect = Effect.READ)
  private final class DescribeRegions
      implements Action<DescribeRegionsRequest, DescribeRegionsResponse> {
    @Override
    public Prepared<DescribeRegionsResponse> prepare(
        DescribeRegionsRequest request, Caller caller) {
      DescribeRegionsResponse answer = new DescribeRegionsResponse();
      RegionItem region = new RegionItem();
      region.regionName = "jarrah-1";
      region.regionEndpoint = "localhost:8773";
      region.optInStatus = "opt-in-not-required";
      answer.regionInfo.add(region);
      return remember(request, caller, () -> answer);
    }
  }

  @ApiAction(effect = Effect.READ)
  private final class DescribeKeyPairs
      implements Action<DescribeKeyPairsRequest, DescribeKeyPairsResponse> {
    @Override
    public Prepared<DescribeKeyPairsResponse> prepare(
        DescribeKeyPairsRequest request, Caller caller) {
      DescribeKeyPairsResponse answer = new DescribeKeyPairsResponse();
      KeyPairItem key = new KeyPairItem();
      key.keyName = "käy <&>";
      key.keyFingerprint = "00:11";
      answer.keySet.add(key);
      return remember(request, caller, () -> answer);
    }
  }

  @ApiAction(effect = Effect.READ)
  private final class DescribeInstances
      implements Action<DescribeInstancesRequest, DescribeInstancesResponse> {
    @Override
    public Prepared<DescribeInstancesResponse> prepare(
        DescribeInstancesRequest request, Caller caller) {
      return remember(request, caller, SampleInstance::described);
    }
  }

  @ApiAction(effect = Effect.WRITE)
  private final class RunInstances implements Action<RunInstancesRequest, RunInstancesResponse> {
    @Override
    public Prepared<RunInstancesResponse> prepare(RunInstancesRequest request, Caller caller) {
      return remember(
          request,
          caller,
          () -> {
            throw new IllegalStateException("the database's password is secret");
          });
    }
  }

  @ApiAction(effect = Effect.WRITE)
  private static final class TerminateInstances
      implements Action<TerminateInstancesRequest, TerminateInstancesResponse> {
    @Override
    public Prepared<TerminateInstancesResponse> prepare(
        TerminateInstancesRequest request, Caller caller) {
      throw new ApiException(
          ErrorCode.INVALID_INSTANCE_ID_NOT_FOUND, "The instance ID 'i-1' does not exist");
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
