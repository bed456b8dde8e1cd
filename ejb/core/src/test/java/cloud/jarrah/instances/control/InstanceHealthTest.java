package cloud.jarrah.instances.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cloud.jarrah.hosts.control.HostStatus.Contact;
import cloud.jarrah.hosts.entity.Reachability;
import cloud.jarrah.instances.control.InstanceHealth.Check;
import cloud.jarrah.instances.control.InstanceHealth.Given;
import cloud.jarrah.instances.control.InstanceHealth.Status;
import cloud.jarrah.instances.entity.InstanceState;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How each situation is judged. */
class InstanceHealthTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minusSeconds(3600);
  private static final Instant BEFORE = NOW.minusSeconds(40);
  private static final Contact UP = new Contact(Reachability.UP, null);

  static Stream<Arguments> situations() {
    return Stream.of(
        arguments("well", runs(UP, LONG_AGO), ok(), ok()),
        arguments("just started", runs(UP, BEFORE), ok(), check(Status.INITIALIZING)),
        arguments("not seen to run", runs(UP, null), ok(), check(Status.INITIALIZING)),
        arguments(
            "about to reboot",
            new Given(InstanceState.RUNNING, UP, LONG_AGO, true, null, NOW),
            ok(),
            check(Status.INITIALIZING)),
        arguments(
            "missing on its host",
            new Given(InstanceState.RUNNING, UP, LONG_AGO, false, BEFORE, NOW),
            ok(),
            new Check(Status.IMPAIRED, BEFORE)),
        arguments(
            "host silent",
            runs(new Contact(Reachability.SUSPECT, BEFORE), LONG_AGO),
            new Check(Status.IMPAIRED, BEFORE),
            check(Status.INSUFFICIENT_DATA)),
        arguments(
            "host down",
            runs(new Contact(Reachability.DOWN, LONG_AGO), LONG_AGO),
            new Check(Status.IMPAIRED, LONG_AGO),
            check(Status.INSUFFICIENT_DATA)),
        arguments(
            "host never heard",
            runs(new Contact(Reachability.NEVER_SEEN, null), LONG_AGO),
            check(Status.INSUFFICIENT_DATA),
            check(Status.INSUFFICIENT_DATA)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void situationIsJudged(String situation, Given given, Check system, Check instance) {
    assertThat(InstanceHealth.of(given))
        .as(situation)
        .isEqualTo(new InstanceHealth(system, instance));
  }

  @ParameterizedTest
  @EnumSource(value = InstanceState.class, names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
  void whatDoesNotRunIsNotChecked(InstanceState state) {
    Given given =
        new Given(state, new Contact(Reachability.DOWN, LONG_AGO), LONG_AGO, false, null, NOW);
    assertThat(InstanceHealth.of(given))
        .isEqualTo(new InstanceHealth(check(Status.NOT_APPLICABLE), check(Status.NOT_APPLICABLE)));
  }

  private static Given runs(Contact host, @Nullable Instant since) {
    return new Given(InstanceState.RUNNING, host, since, false, null, NOW);
  }

  private static Check ok() {
    return check(Status.OK);
  }

  private static Check check(Status status) {
    return new Check(status, null);
  }
}
