package cloud.jarrah.agent.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownBrokersTest {
  private final List<List<String>> kept = new ArrayList<>();

  private KnownBrokers known(String host, List<String> enrolled, List<String> told) {
    return new KnownBrokers(host, enrolled, told, kept::add);
  }

  @Test
  void hostsAreSpreadOverTheBrokers() {
    List<String> told = List.of("10.0.0.1:5446", "10.0.0.2:5446", "10.0.0.3:5446");
    Map<String, Integer> homes = new HashMap<>();
    for (int i = 0; i < 3_000; i++) {
      homes.merge(known("host-" + i, told, told).home(), 1, Integer::sum);
    }
    assertThat(homes.values()).hasSize(3).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void returningBrokerMovesOnlyTheHostsThatBelongToIt() {
    List<String> two = List.of("10.0.0.1:5446", "10.0.0.2:5446");
    List<String> three = List.of("10.0.0.1:5446", "10.0.0.2:5446", "10.0.0.3:5446");
    for (int i = 0; i < 200; i++) {
      String before = known("host-" + i, two, two).home();
      assertThat(known("host-" + i, three, three).home()).isIn(before, "10.0.0.3:5446");
    }
  }

  @Test
  void afterALossEachOtherBrokerIsTriedBeforeTheLostOne() {
    List<String> told = List.of("a:1", "b:1", "c:1");
    KnownBrokers brokers = known("host", told, told);
    String lost = brokers.next();
    brokers.lost(lost);
    List<String> others = List.of(brokers.next(), brokers.next());
    assertThat(brokers.untried()).isFalse();
    assertThat(others).doesNotHaveDuplicates().doesNotContain(lost);
    assertThat(brokers.next()).isEqualTo(brokers.home());
  }

  @Test
  void onlyBrokerIsTriedAgain() {
    KnownBrokers brokers = known("host", List.of("a:1"), List.of("a:1"));
    brokers.lost(brokers.next());
    assertThat(brokers.untried()).isFalse();
    assertThat(brokers.next()).isEqualTo("a:1");
  }

  @Test
  void toldListTakesThePlaceOfTheFormerOneAndIsKept() {
    KnownBrokers brokers = known("host", List.of("a:1"), List.of("b:1"));
    brokers.learn(List.of("c:1", "d:1"));
    brokers.learn(List.of("c:1", "d:1"));
    assertThat(kept).containsExactly(List.of("c:1", "d:1"));
    assertThat(brokers.home()).isIn("c:1", "d:1");
    assertThat(List.of(brokers.next(), brokers.next())).containsExactlyInAnyOrder("c:1", "d:1");
    assertThat(brokers.next()).as("those of the enrolment are the last resort").isEqualTo("a:1");
    assertThat(brokers.untried()).isFalse();
  }
}
