package cloud.jarrah.it.tools;

import cloud.jarrah.client.ec2.AmazonEC2PortType;
import cloud.jarrah.client.ec2.CreateLaunchTemplateType;
import cloud.jarrah.client.ec2.CreateLaunchTemplateVersionType;
import cloud.jarrah.client.ec2.DeleteLaunchTemplateType;
import cloud.jarrah.client.ec2.DeleteLaunchTemplateVersionsType;
import cloud.jarrah.client.ec2.DescribeLaunchTemplateVersionsType;
import cloud.jarrah.client.ec2.DescribeLaunchTemplatesType;
import cloud.jarrah.client.ec2.LaunchTemplateDataType;
import cloud.jarrah.client.ec2.LaunchTemplateInstanceMaintenanceOptionsType;
import cloud.jarrah.client.ec2.LaunchTemplatePlacementType;
import cloud.jarrah.client.ec2.LaunchTemplateSpecificationType;
import cloud.jarrah.client.ec2.LaunchTemplateType;
import cloud.jarrah.client.ec2.LaunchTemplateVersionType;
import cloud.jarrah.client.ec2.LaunchTemplatesMonitoringType;
import cloud.jarrah.client.ec2.ModifyLaunchTemplateType;
import cloud.jarrah.client.ec2.RunInstancesType;
import java.util.List;

/** Launch templates by the stubs. */
public record SoapTemplates(AmazonEC2PortType port) {

  /** Makes one; its id. */
  public String create(String name, String imageId, String type) {
    LaunchTemplateDataType data = data(type);
    data.setImageId(imageId);
    return create(name, data);
  }

  /** Makes one; its id. */
  public String create(String name, LaunchTemplateDataType data) {
    CreateLaunchTemplateType request = new CreateLaunchTemplateType();
    request.setLaunchTemplateName(name);
    request.setLaunchTemplateData(data);
    return port.createLaunchTemplate(request).getLaunchTemplate().getLaunchTemplateId();
  }

  private static LaunchTemplateDataType data(String type) {
    LaunchTemplateDataType data = new LaunchTemplateDataType();
    data.setInstanceType(type);
    return data;
  }

  /** Monitored, protected, kept from recovery, and in a partition of a placement group. */
  public static LaunchTemplateDataType guarded(String imageId, String group, int partition) {
    LaunchTemplateDataType data = data("m1.small");
    data.setImageId(imageId);
    data.setPlacement(new LaunchTemplatePlacementType());
    data.getPlacement().setGroupName(group);
    data.getPlacement().setPartitionNumber(partition);
    data.setMonitoring(new LaunchTemplatesMonitoringType());
    data.getMonitoring().setEnabled(true);
    data.setDisableApiTermination(true);
    data.setDisableApiStop(true);
    data.setMaintenanceOptions(new LaunchTemplateInstanceMaintenanceOptionsType());
    data.getMaintenanceOptions().setAutoRecovery("disabled");
    return data;
  }

  /** Group and partition of the latest version. */
  public String placement(String id) {
    DescribeLaunchTemplateVersionsType request = new DescribeLaunchTemplateVersionsType();
    request.setLaunchTemplateId(id);
    LaunchTemplatePlacementType placement =
        port.describeLaunchTemplateVersions(request)
            .getLaunchTemplateVersionSet()
            .getItem()
            .get(0)
            .getLaunchTemplateData()
            .getPlacement();
    return placement.getGroupName() + " " + placement.getPartitionNumber();
  }

  /** Adds a version based on the first; its number. */
  public long addVersion(String id, String type) {
    CreateLaunchTemplateVersionType request = new CreateLaunchTemplateVersionType();
    request.setLaunchTemplateId(id);
    request.setSourceVersion("1");
    request.setLaunchTemplateData(data(type));
    return port.createLaunchTemplateVersion(request).getLaunchTemplateVersion().getVersionNumber();
  }

  /** Names. */
  public List<String> templates(String id) {
    DescribeLaunchTemplatesType request = new DescribeLaunchTemplatesType();
    request.setLaunchTemplateIdSet(new DescribeLaunchTemplatesType.LaunchTemplateIdSet());
    request.getLaunchTemplateIdSet().getItem().add(id);
    return port.describeLaunchTemplates(request).getLaunchTemplates().getItem().stream()
        .map(LaunchTemplateType::getLaunchTemplateName)
        .toList();
  }

  /** Numbers. */
  public List<Long> versions(String id) {
    DescribeLaunchTemplateVersionsType request = new DescribeLaunchTemplateVersionsType();
    request.setLaunchTemplateId(id);
    return port
        .describeLaunchTemplateVersions(request)
        .getLaunchTemplateVersionSet()
        .getItem()
        .stream()
        .map(LaunchTemplateVersionType::getVersionNumber)
        .toList();
  }

  /** A request to launch one instance. */
  public RunInstancesType launch(String id, String version) {
    LaunchTemplateSpecificationType template = new LaunchTemplateSpecificationType();
    template.setLaunchTemplateId(id);
    template.setVersion(version);
    RunInstancesType request = new RunInstancesType();
    request.setMinCount(1);
    request.setMaxCount(1);
    request.setLaunchTemplate(template);
    return request;
  }

  public long chooseDefault(String id, String version) {
    ModifyLaunchTemplateType request = new ModifyLaunchTemplateType();
    request.setLaunchTemplateId(id);
    request.setSetDefaultVersion(version);
    return port.modifyLaunchTemplate(request).getLaunchTemplate().getDefaultVersionNumber();
  }

  /** The number of the version that was deleted. */
  public long deleteVersion(String id, String version) {
    DeleteLaunchTemplateVersionsType request = new DeleteLaunchTemplateVersionsType();
    request.setLaunchTemplateId(id);
    request.setLaunchTemplateVersionSet(
        new DeleteLaunchTemplateVersionsType.LaunchTemplateVersionSet());
    request.getLaunchTemplateVersionSet().getItem().add(version);
    return port.deleteLaunchTemplateVersions(request)
        .getSuccessfullyDeletedLaunchTemplateVersionSet()
        .getItem()
        .get(0)
        .getVersionNumber();
  }

  /** Deletes one; its name. */
  public String delete(String id) {
    DeleteLaunchTemplateType request = new DeleteLaunchTemplateType();
    request.setLaunchTemplateId(id);
    return port.deleteLaunchTemplate(request).getLaunchTemplate().getLaunchTemplateName();
  }
}
