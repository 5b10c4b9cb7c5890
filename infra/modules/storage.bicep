// One storage account. There are three, so that who may read the plans can reach nothing else, and a full task hub stops no answer.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object

@description('What lies in it, for whoever meets it in the portal.')
param holds string

param redundancy string = 'Standard_LRS'

@description('Whether the public network is shut out.')
param reachedFromNetworkOnly bool

@description('Whether everybody may read $web as a website. Nothing else in any account is public.')
param website bool = false

param containers string[] = []

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: union(tags, { holds: holds })
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    // A static website is served all the same: this is about containers.
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    isLocalUserEnabled: false
    publicNetworkAccess: reachedFromNetworkOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: reachedFromNetworkOnly ? 'Deny' : 'Allow'
      bypass: 'None'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    // Whoever deletes by mistake has a week. Not longer, and no versions: what somebody had erased has to be gone.
    deleteRetentionPolicy: { enabled: true, days: 7 }
    containerDeleteRetentionPolicy: { enabled: true, days: 7 }
    isVersioningEnabled: false
    staticWebsite: website ? { enabled: true, indexDocument: 'index.html' } : { enabled: false }
  }

  resource made 'containers' = [for container in containers: {
    name: container
    properties: { publicAccess: 'None' }
  }]
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
output website string = website ? account.properties.primaryEndpoints.web : ''
