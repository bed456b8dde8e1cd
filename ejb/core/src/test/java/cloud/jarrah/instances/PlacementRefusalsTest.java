package cloud.jarrah.instances;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.api.admin.ListPlacementRefusalsRequest;
import cloud.jarrah.api.admin.ListPlacementRefusalsResponse.Refusal;
import cloud.jarrah.audit.control.Refusals;
import cloud.jarrah.audit.entity.Event;
import cloud.jarrah.audit.entity.EventActor;
import cloud.jarrah.audit.entity.EventContent;
import cloud.jarrah.audit.entity.EventRepository;
import cloud.jarrah.instances.boundary.ListPlacementRefusals;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.SettableTime;
import cloud.jarrah.platform.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an administrator reads later about launches that found no room. */
class PlacementRefusalsTest {

  @Test
  void refusalsForLackOfRoomAreListedTheNewestFirstAndNoOthers() {
    try (TestDatabase db = TestDatabase.create()) {
      EventRepository events = new EventRepository(db.entityManager());
      String code = ErrorCode.INSUFFICIENT_INSTANCE_CAPACITY.wireName();
      db.transactions().run(() -> events.add(event("request-1", code, "2 too full")));
      db.transactions().run(() -> events.add(event("request-2", "applied", "all is well")));
      db.transactions().run(() -> events.add(event("request-3", code, "1 disabled")));
      List<Refusal> refusals =
          Actions.run(
                  db,
                  new ListPlacementRefusals(new Refusals(events)),
                  new ListPlacementRefusalsRequest(),
                  Callers.ALICE)
              .refusals();
      assertThat(refusals).extracting(Refusal::requestId).containsExactly("request-3", "request-1");
      assertThat(refusals.get(1).explanation()).isEqualTo("2 too full");
      assertThat(refusals.get(1).accountId()).isEqualTo("123456789012");
    }
  }

  private static Event event(String requestId, String outcome, String detail) {
    return new Event(
        new SettableTime().now(),
        new EventActor(requestId, "123456789012", "root", "AKIAEXAMPLE", "127.0.0.1", "QUERY"),
        new EventContent("ec2:RunInstances", List.of(), outcome, detail, null, null));
  }
}
