package cloud.jarrah.instances.testing;

import cloud.jarrah.api.admin.ConfirmHostOffRequest;
import cloud.jarrah.api.admin.ListHostsRequest;
import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.hosts.boundary.ConfirmHostOff;
import cloud.jarrah.hosts.boundary.ListHosts;
import cloud.jarrah.hosts.control.HostStatus;
import cloud.jarrah.hosts.entity.HostRepository;
import cloud.jarrah.platform.testing.Actions;
import cloud.jarrah.platform.testing.Callers;
import cloud.jarrah.platform.testing.TestDatabase;

/** What an administrator asks of hosts. */
final class HostQuestions {
  private HostQuestions() {}

  static void confirmOff(
      TestDatabase database, HostRepository hosts, HostStatus status, String hostId) {
    Actions.run(
        database,
        new ConfirmHostOff(hosts, status),
        new ConfirmHostOffRequest(hostId),
        Callers.ADMINISTRATOR);
  }

  static ListHostsResponse list(TestDatabase database, HostRepository hosts, HostStatus status) {
    return Actions.run(
        database,
        new ListHosts(hosts, status, TestParts.notes(database.entityManager())),
        new ListHostsRequest(),
        Callers.ADMINISTRATOR);
  }
}
