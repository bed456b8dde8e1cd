package cloud.jarrah.accounts.boundary;

import cloud.jarrah.accounts.control.FirstAccount;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Sees to it that the cloud has an administrator. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstAdministrator {
  @Inject FirstAccount firstAccount;

  @PostConstruct
  void ensure() {
    firstAccount.ensure();
  }
}
