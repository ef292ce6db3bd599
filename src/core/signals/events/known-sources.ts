import { foldSource } from "../source.ts";

/**
 * Whether this is a name under which a well-known program writes to the event log. In a sentence such a name stands out
 * where it looks like any other word: "Netlogon event 5719", but not "Occasional event 23".
 */
export function isKnownSource(name: string): boolean {
  return FAMILY.test(name) || KNOWN.has(foldSource(name));
}

/** Programs that write under dozens of names with one beginning. */
const FAMILY =
  /^(?:(?:MS|Microsoft )? ?Exchange ?\w{2,20}(?:(?: -)? (?:Private|Public|Priv|Pub|POP3|IMAP4|NNTP|Interface|Transport|Driver|Service|Store|MTA|IMC)){0,3}|MSSQL\S{1,30}|Microsoft-Windows-\S{1,60}|SNA(?: [\w.]{1,12}){0,3}? (?:Server|Service|Application|Agent|Driver|Security))$/i;

/** Compared without case, spaces and punctuation. */
const KNOWN: ReadonlySet<string> = new Set(
  `Service Control Manager|SCM|Application Popup|Application Error|Application Hang|Application Management|Save Dump|BugCheck
   |EventLog|Event Log|Eventlog|DrWatson|Dr Watson|Dr. Watson|Userenv|Winlogon|Security|LsaSrv|LSASS|SAM|Netlogon|KDC
   |Kerberos|Schannel|W32Time|Time-Service|GroupPolicy|SceCli|SceSrv|AutoEnrollment|CertSvc|CertEnroll|NTDS|NTDS General
   |NTDS ISAM|NTDS KCC|NTDS Replication|NTDS Database|NTDS SDPROP|ActiveDirectory|NtFrs|DFSR|DfsSvc|DfsDriver|NtBackup
   |Srv|Srv2|Server|Rdr|Redirector|MRxSmb|Workstation|LanmanServer|LanmanWorkstation|Browser|Bowser|Alerter|Messenger
   |Replicator|NetBT|NetBIOS|Nbf|NetBEUI|Tcpip|TCP/IP|Tcpip6|AFD|NDIS|IPSec|PolicyAgent|IPNATHLP|IPRIP2|IPXRIP|IPXSAP
   |IPXRouterManager|IPRouterManager|IPBOOTP|DHCPRelayA|NwlnkIpx|NwlnkSpx|NwlnkRip|NwSapAgent|NwRdr|NWCWorkstation|FPNW
   |FPNWSrv|MacFile|MacPrint|Apple Talk|SFM|LPDSVC|LPR Print Monitor|Print|PrintService|Spooler|RemoteAccess|Remote Access|RasMan
   |RasClient|Router|RemoteBoot|Rasctrs|SNMP|SNMP Trap|SimpTcp|DNS|DNS Server|Dnsapi|DnsApi|DNSCache|DHCP|DhcpServer|DHCP Server|Dhcp
   |WINS|WINS Server|WinsCtrs|Disk|FtDisk|ScsiDisk|ScsiPort|Cdrom|Floppy|Fdc|Tape|Atapi|Atdisk|Aic78xx|Symc8xx|Buslogic|Ntfs
   |Fastfat|VolSnap|VSS|VDS|Volmgr|Partmgr|Chkdsk|Autochk|Wininit|PlugPlayManager|UserPnp|ACPI|Kernel-Power|Kernel-General
   |WHEA-Logger|Processor|Serial|Parallel|Parport|i8042prt|Mouclass|Kbdclass|Sermouse|Modem|Unimodem|VgaSave|Elnk3|El59x|IbmTok
   |UPS|Perflib|Perfctrs|PerfOS|PerfDisk|PerfNet|PerfProc|LoadPerf|WMI|WinMgmt|DCOM|COM|COM+|COM+ Event System|EventSystem
   |MSDTC|MSDTC Client|MTS|Transaction Server|RPC|Schedule|Task Scheduler|TermService|TermDD|TermServDevices
   |TermServLicensing|Terminal Services|LicenseService|License Service|LicenseManager|ClusSvc|ClusDisk|ClusNet|FailoverClustering
   |NLB|WLBS|W3SVC|W3SVC-WP|WAS|HTTP|HttpEvent|IIS|IISAdmin|IISLog|IISInfoCtrs|MSFTPSVC|FTPSVC|GopherSvc|SMTPSVC|NNTPSVC|POP3SVC|ASP
   |Active Server Pages|ASP.NET|.NET Runtime|CLR|WebProxyServer|WinSockProxy|MSProxyAdmin|Msadc|MSIInstaller|MsiInstaller
   |Windows Installer|Windows Update Agent|WindowsUpdateClient|Windows Error Reporting|Windows Search|Search|CI|Cisvc|BITS|WSUS
   |ESE|ESE97|ESE98|ESENT|EDB|JET|Jet|IMAP4|POP3|NNTP|MSMI|MSMail|X400Proxy|SMTPProxy|CCMProxy|NotesProxy|System Attendant
   |SQLServerAgent|SQLAgent|SQLExecutive|SQLCTR|SQL Server|COMTI|TN3270|TN5250|TN3270 Server|TN5250 Server|SNA|SNA Server
   |PPV5250|AS400 MDSI|SDLC Link Service|DLC Link Service|X.25 Link Service|SNADIS|SMS Server|SMS_Scheduler
   |Backup|Backup Exec|ARCserve|Norton AntiVirus|HPMon|VMTools|VMware Tools|Hyper-V-VMMS|Docker|PostgreSQL|MySQL|Oracle|Tomcat
   |CAPI2|Defender|Folder Redirection|Software Installation|DiskQuota|Offline Files|Wlclntfy|Netman|Dhcp-Client|DNS-Client
   |Customer Experience|Outlook|WordMail`
    .split("|")
    .map(foldSource),
);
