// The same behind a network of its own, for a rehearsal: mails become files.
using '../main.bicep'

param environmentName = 'testland'
param location = 'swedencentral'
param profile = 'country'
param privateNetworking = true
param mailFrom = 'secretariat@example.org'
param coordinators = 'coordinator@example.org'
param alertContacts = 'coordinator@example.org, treasurer@example.org'
param mailProvider = 'pickup'
param linksKeyVersion = 2
param linksEarlierKeys = true
