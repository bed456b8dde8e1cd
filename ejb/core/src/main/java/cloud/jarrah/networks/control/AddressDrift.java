package cloud.jarrah.networks.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.drift.control.Pages;
import cloud.jarrah.networks.entity.AddressAuditRepository;
import cloud.jarrah.networks.entity.AddressAuditRepository.Attachment;
import cloud.jarrah.networks.entity.Cidr;
import cloud.jarrah.networks.entity.NetworkInterface;
import cloud.jarrah.networks.entity.SubnetAddress;
import cloud.jarrah.platform.time.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An address is held by the interface that has it, and by no other. */
@Singleton
public class AddressDrift implements DriftCheck {
  static final String WITHOUT_INTERFACE = "address-without-interface";
  static final String NOT_HELD = "interface-without-address";

  private final AddressAuditRepository repository;
  private final DatabaseTime time;

  @Inject
  public AddressDrift(AddressAuditRepository repository, DatabaseTime time) {
    this.repository = repository;
    this.time = time;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(WITHOUT_INTERFACE, NOT_HELD);
  }

  @Override
  public List<Suspect> suspects(int most) {
    return Pages.suspects(
        most,
        (after, suspects) -> {
          List<Attachment> page = repository.attachments(after, Pages.SIZE);
          String last = Pages.last(page, Attachment::id);
          compare(page, repository.held(after, last), suspects);
          return last;
        });
  }

  private static void compare(
      List<Attachment> interfaces, Map<String, Long> held, Set<Suspect> suspects) {
    for (Attachment one : interfaces) {
      Long address = held.remove(one.id());
      if (address == null || !Cidr.dotted(address).equals(one.address())) {
        // First what it holds wrongly: an interface can hold one address only.
        if (address != null) {
          suspects.add(new Suspect(WITHOUT_INTERFACE, Cidr.dotted(address)));
        }
        suspects.add(new Suspect(NOT_HELD, one.id()));
      }
    }
    held.values()
        .forEach(address -> suspects.add(new Suspect(WITHOUT_INTERFACE, Cidr.dotted(address))));
  }

  @Override
  public Verdict judge(Suspect suspect) {
    return suspect.kind().equals(NOT_HELD)
        ? repository.lockInterface(suspect.resource()).map(this::hold).orElse(Verdict.FINE)
        : repository
            .lock(Cidr.number(suspect.resource()))
            .map(address -> release(address, suspect.resource()))
            .orElse(Verdict.FINE);
  }

  private Verdict release(SubnetAddress address, String dotted) {
    String holder = address.interfaceId();
    Optional<String> claimant = repository.claimant(dotted);
    if (holder == null || claimant.filter(holder::equals).isPresent()) {
      return Verdict.FINE;
    }
    address.release(time.now());
    claimant.ifPresent(address::take);
    return Verdict.healed(
        "", "it was held for " + holder + ", which does not have it" + inUse(claimant));
  }

  private static String inUse(Optional<String> claimant) {
    return claimant.map(id -> "; " + id + " does").orElse("; it is free now");
  }

  /** Else it would be given to somebody else, whose launch would then fail. */
  private Verdict hold(NetworkInterface of) {
    Optional<SubnetAddress> address = repository.lock(Cidr.number(of.address()));
    if (address.isEmpty()) {
      return Verdict.open(
          of.accountId(),
          "its address "
              + of.address()
              + " is not among those of its subnet; terminate what it is attached to");
    }
    String holder = address.get().interfaceId();
    if (of.id().equals(holder)) {
      return Verdict.FINE;
    }
    address.get().release(time.now());
    address.get().take(of.id());
    return Verdict.healed(
        of.accountId(),
        "its address "
            + of.address()
            + (holder == null ? " counted as free" : " counted as held by " + holder));
  }
}
