package cloud.jarrah.instances.control;

import cloud.jarrah.drift.control.DriftCheck;
import cloud.jarrah.instances.entity.InstanceAuditRepository;
import cloud.jarrah.instances.entity.InstanceAuditRepository.Outline;
import cloud.jarrah.instances.entity.InstanceRepository;
import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.networks.control.AttachedInterfaces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A network interface goes with its instance. */
@Singleton
public class InterfaceDrift implements DriftCheck {
  static final String KIND = "interface-without-instance";
  private static final int PAGE = 1000;

  private final InstanceRepository instances;
  private final InstanceAuditRepository outlines;
  private final AttachedInterfaces interfaces;
  private final AddressBook addresses;

  @Inject
  public InterfaceDrift(
      InstanceRepository instances,
      InstanceAuditRepository outlines,
      AttachedInterfaces interfaces,
      AddressBook addresses) {
    this.instances = instances;
    this.outlines = outlines;
    this.interfaces = interfaces;
    this.addresses = addresses;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public List<Suspect> suspects(int most) {
    Set<String> gone = new TreeSet<>();
    String after = "";
    boolean more = true;
    while (more && gone.size() < most) {
      // In stretches of the interfaces' ids; what they are attached to comes in no order.
      AttachedInterfaces.Stretch page = interfaces.after(after, PAGE);
      Map<String, Outline> known = outlines.outlines(page.attachedTo());
      page.attachedTo().stream()
          .filter(id -> id.startsWith("i-"))
          .filter(id -> !known.containsKey(id) || known.get(id).ended())
          .forEach(gone::add);
      more = page.last() != null;
      after = page.last() == null ? after : page.last();
    }
    return new ArrayList<>(gone).stream().limit(most).map(id -> new Suspect(KIND, id)).toList();
  }

  @Override
  public Verdict judge(Suspect suspect) {
    String id = suspect.resource();
    // Read before the instance: who sees the interface of a launch sees its instance as well.
    boolean attached = interfaces.any(id);
    boolean live = instances.lockForReport(id).filter(i -> i.terminatedAt() == null).isPresent();
    if (live || !attached) {
      return Verdict.FINE;
    }
    addresses.detachAll(id);
    return Verdict.healed("", "its network interface was still there and kept an address");
  }
}
