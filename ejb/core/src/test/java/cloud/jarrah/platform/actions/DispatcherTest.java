package cloud.jarrah.platform.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.ec2.DescribeRegionsRequest;
import cloud.jarrah.api.ec2.DescribeRegionsResponse;
import cloud.jarrah.health.Standstill;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.transactions.Transactions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DispatcherTest {
  private final List<ErrorCode> refusals = new ArrayList<>();

  /** Fails at every attempt, as a database with this SQL state does. */
  @ApiAction(effect = Effect.WRITE)
  static final class Fail implements Action<DescribeRegionsRequest, DescribeRegionsResponse> {
    private final String sqlState;

    Fail(String sqlState) {
      this.sqlState = sqlState;
    }

    @Override
    public Prepared<DescribeRegionsResponse> prepare(
        DescribeRegionsRequest request, Caller caller) {
      throw new IllegalStateException(new SQLException("refused", sqlState));
    }
  }

  private void dispatch(String sqlState) {
    dispatch(sqlState, new Standstill());
  }

  private void dispatch(String sqlState, Standstill standstill) {
    new Dispatcher(
            new ActionCatalogue(List.of(new Fail(sqlState))),
            new Authorisation(),
            (caller, charges, moment) -> {},
            new Journal(),
            new NoTransactions(),
            RequestNotes.NONE,
            standstill)
        .dispatch(new Invocation(Callers.ALICE, Service.EC2, "Fail", new DescribeRegionsRequest()));
  }

  @Test
  void requestThatLosesEveryRaceIsToBeRepeatedAndRecorded() {
    assertThatThrownBy(() -> dispatch("40P01"))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.SERVICE_UNAVAILABLE, ApiException::code);
    assertThat(refusals).containsExactly(ErrorCode.SERVICE_UNAVAILABLE);
  }

  @Test
  void uniqueKeyThatIsTakenEveryTimeIsNoRace() {
    assertThatThrownBy(() -> dispatch("23505")).isInstanceOf(IllegalStateException.class);
    assertThat(refusals).isEmpty();
  }

  @Test
  void whatWasAskedBeforeAStandstillIsNotBegun() {
    AtomicLong now = new AtomicLong();
    Standstill standstill = new Standstill(now::get);
    standstill.beat();
    now.addAndGet(TimeUnit.SECONDS.toNanos(12));
    // Begun, it would fail otherwise.
    assertThatThrownBy(() -> dispatch("23505", standstill))
        .asInstanceOf(InstanceOfAssertFactories.type(ApiException.class))
        .returns(ErrorCode.SERVICE_UNAVAILABLE, ApiException::code);
  }

  private final class Journal implements ActionJournal {
    @Override
    public void applied(
        ActionCatalogue.Entry entry, Invocation invocation, List<String> resources) {
      throw new AssertionError("nothing was applied");
    }

    @Override
    public void refused(ActionCatalogue.Entry entry, Invocation invocation, ApiException refusal) {
      refusals.add(refusal.code());
    }
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
