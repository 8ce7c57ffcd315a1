#!/usr/bin/env bash
# A Slurm cluster of one machine, for trying job arrays: one-machine.sh start FOLDER, one-machine.sh stop FOLDER.
# Needs Debian's slurm-wlm and munge. Everything it writes is in FOLDER; afterwards use SLURM_CONF=FOLDER/slurm.conf sbatch …
set -euo pipefail

usage() { echo "usage: one-machine.sh start|stop FOLDER" >&2; exit 2; }
[[ $# == 2 ]] || usage
command=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
export SLURM_CONF="$folder/slurm.conf"

configure() {
  local user node cpus memory
  user=$(id -un)
  node=$(hostname -s)
  read -r cpus memory < <(slurmd -C | sed -nE 's/.* CPUs=([0-9]+) .* RealMemory=([0-9]+).*/\1 \2/p')
  cat >"$SLURM_CONF" <<CONF
ClusterName=one-machine
SlurmctldHost=$node(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
ReturnToService=2
MaxArraySize=1001
KillWait=2
MinJobAge=600
NodeName=$node NodeAddr=127.0.0.1 CPUs=$cpus RealMemory=$((memory / 2)) State=UNKNOWN
PartitionName=local Nodes=$node Default=YES MaxTime=INFINITE State=UP
CONF
}

start() {
  mkdir -p "$folder/state" "$folder/spool"
  chmod 755 "$folder"
  (umask 077 && head -c 128 /dev/urandom >"$folder/munge.key")
  munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
    --log-file="$folder/munged.log" --seed-file="$folder/munged.seed"
  configure
  slurmctld
  slurmd
  for _ in $(seq 60); do
    if sinfo --noheader --format=%t 2>/dev/null | grep -qx idle; then
      sinfo
      return
    fi
    sleep 0.5
  done
  echo "Slurm did not start; see the logs in $folder" >&2
  tail -n 5 "$folder"/*.log >&2
  exit 1
}

stop() {
  local name
  for name in slurmd slurmctld munged; do
    if [[ -s $folder/$name.pid ]]; then
      kill "$(<"$folder/$name.pid")" 2>/dev/null || true
    fi
  done
}

case $command in
  start) start ;;
  stop) stop ;;
  *) usage ;;
esac
