// The same behind a network of its own, on the first day with SendGrid: mails are checked, and none is delivered.
using '../main.bicep'

param environmentName = 'testland'
param location = 'swedencentral'
param profile = 'coalition'
param privateNetworking = true
param mailFrom = 'secretariat@example.org'
param coordinators = 'coordinator@example.org'
param alertContacts = 'coordinator@example.org, treasurer@example.org'
param mailProvider = 'sendgrid'
