// The function app on Flex Consumption.
param name string
param location string
param tags object
param country bool
param identityId string

@description('Address of the container of deployed packages.')
param packages string

param settings object

@description('The subnet from which the app calls out; empty without private networking.')
param subnetId string

@description('Which Front Door may call the app; empty where none stands before it.')
param frontDoorId string

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd deploys the service "app" of azure.yaml to what carries this tag.
  tags: union(tags, { 'azd-service-name': 'app' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        // A draft from ten thousand answers takes 400 MB (tests/Benchmarks draft), beside the Functions host.
        instanceMemoryMB: 2048
        maximumInstanceCount: country ? 100 : 40
        alwaysReady: country ? [{ name: 'durable', instanceCount: 1 }] : []
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
      // Personal links stand in addresses: the platform writes down none.
      httpLoggingEnabled: false
      ipSecurityRestrictionsDefaultAction: country ? 'Deny' : 'Allow'
      ipSecurityRestrictions: country
        ? [
            {
              // Whoever came past Front Door could name any address in X-Forwarded-For.
              name: 'front-door'
              priority: 100
              action: 'Allow'
              tag: 'ServiceTag'
              ipAddress: 'AzureFrontDoor.Backend'
              headers: { 'x-azure-fdid': [frontDoorId] }
            }
          ]
        : []
      // Deployments come another way, and sign in.
      scmIpSecurityRestrictionsUseMain: false
      scmIpSecurityRestrictionsDefaultAction: 'Allow'
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noDeploymentPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output hostName string = app.properties.defaultHostName
