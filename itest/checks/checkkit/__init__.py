"""What the checks share: a server of the built distribution, clients, letters, verdicts."""
