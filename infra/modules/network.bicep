// A network of the app's own, from which storage and Key Vault are reached by private addresses.
param name string
param location string
param tags object
param endpoints { name: string, resourceId: string, service: 'blob' | 'queue' | 'table' | 'vault' }[]

var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  #disable-next-line no-hardcoded-env-urls // environment() knows no suffix for the private names of vaults.
  vault: 'privatelink.vaultcore.azure.net'
}

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: '10.20.0.0/26'
          // The app calls the mail provider.
          defaultOutboundAccess: true
          delegations: [{ name: 'functions', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.20.0.64/27', defaultOutboundAccess: false }
      }
    ]
  }

  resource app 'subnets' existing = {
    name: 'app'
  }

  resource inside 'subnets' existing = {
    name: 'endpoints'
  }
}

resource names 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in items(zones): {
  name: zone.value
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, i) in items(zones): {
  parent: names[i]
  name: name
  location: 'global'
  tags: tags
  properties: { virtualNetwork: { id: network.id }, registrationEnabled: false }
}]

module private 'private-endpoint.bicep' = [for endpoint in endpoints: {
  params: {
    name: 'pe-${endpoint.name}'
    location: location
    tags: tags
    resourceId: endpoint.resourceId
    service: endpoint.service
    subnetId: network::inside.id
    zone: zones[endpoint.service]
  }
  dependsOn: [names]
}]

output appSubnetId string = network::app.id
