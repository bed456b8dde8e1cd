package cloud.jarrah.networks.boundary;

import cloud.jarrah.networks.control.AddressBook;
import cloud.jarrah.platform.transactions.Retrying;
import cloud.jarrah.platform.transactions.Transactions;
import cloud.jarrah.zones.control.Zones;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Makes the subnet of every zone at first start. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SubnetStartup {
  @Inject AddressBook addresses;
  @Inject Zones zones;
  @Inject Transactions transactions;

  @PostConstruct
  void start() {
    for (String zone : zones.names()) {
      // Two servers starting together: the slower one finds the subnet made on its second try.
      new Retrying(transactions)
          .requiresNew(
              () -> {
                addresses.ensureSubnet(zone);
                return zone;
              });
    }
  }
}
